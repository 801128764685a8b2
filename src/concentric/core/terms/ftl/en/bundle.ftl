# The bundle of a review that outsiders check offline.
bundle-not-public = { $number } is an internal edition and has no bundle for outsiders.
bundle-not-public-remedy = Freeze a public edition first.
bundle-no-checkpoint = No signed checkpoint holds { $number } yet.
bundle-no-checkpoint-remedy = Run “concentric checkpoint” and try again.
bundle-too-large = More than { $most ->
        [one] { $most } record stands
       *[other] { $most } records stand
    } behind the numbers of { $number }: too many for a file to be handed on.
bundle-too-large-remedy = Take one number at a time with --figure.
bundle-no-figure = { $number } prints no number “{ $reference }”.
bundle-no-figure-remedy = Name the code of an indicator, or the whole reference as it stands in the text.
bundle-written = Written to { $path }: { $count ->
    [one] one number
   *[other] { $count } numbers
 } with the records behind, a checkpoint of { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  }.
bundle-how = Whoever unpacks it checks it with python3 check.py; tell them the key another way: { $key }
bundle-column-reference = Reference
bundle-column-printed = As printed
bundle-column-value = Value
bundle-column-unit = Unit
bundle-column-strength = Strength
bundle-column-rows = Rows
bundle-column-digest = Digest of the evidence
bundle-readme = This is the evidence of the annual review { $number }, to be checked offline.
bundle-readme-one = This is the evidence of one number ({ $reference }) of the annual review { $number }, to be checked offline.
bundle-readme-how = To check it: with Python 3.11 or newer, run  python3 check.py  in this folder.
    check.py is short, needs no network and no other program; read it first if you like. Better: get the public key from
    elsewhere (a newspaper, a partner office, the printed review) and run  python3 check.py --key KEY
    review.txt is the text; figures.csv holds all numbers; rows/ the records behind each (public columns only);
    proof.json the records with their proofs; checkpoint.txt the signed size and root of the ledger.
    Of the tables in rows/ it is checked that they list these records and no others; what else stands in their columns
    is for reading: what is proved of a record stands in proof.json.
    It shows which records were counted and that they did not change after entry; not that an entry was true, nor that
    none is missing.
pages-review-bundle = Evidence to check offline
pages-card-proof = Take this number's evidence along
