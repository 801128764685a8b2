code-uscc-length = { $length ->
    [one] A Unified Social Credit Code has 18 characters; “{ $code }” has { $length } character.
   *[other] A Unified Social Credit Code has 18 characters; “{ $code }” has { $length } characters.
  }
code-uscc-length-remedy = Compare it with the licence or certificate; keep it if it really reads so.
code-uscc-letter = The Unified Social Credit Code “{ $code }” has characters that are never used: { $letters }.
code-uscc-letter-remedy = Check whether O was typed for 0, I for 1, or Z for 2.
code-uscc-check = The check character of the Unified Social Credit Code “{ $code }” does not fit.
code-uscc-check-remedy = Compare it with the licence; codes from the pilot years may lawfully fail, so keep it if it really reads so.
code-uscc-person = A citizen’s identity number stands in place of the Unified Social Credit Code.
code-uscc-person-remedy = Delete that number and type the organisation’s code, or leave it empty if there is none.
