# Classes of size of organisations.
column-organisation-size = Size
column-organisation-size-aliases = size class|scale
column-organisation-size-note = large, medium, small or micro: of enterprises the statistical class; of villages the class that the office takes them for. Empty if nobody knows.
choice-size-large = large|big|L
choice-size-medium = medium|M
choice-size-small = small|S
choice-size-micro = micro|very small
views-column-size-class = Size
views-column-size-class-means = Its class of size: large, medium, small, micro; empty where nobody has said.
pages-field-size-class = Size
pages-value-organisation-size_class-large = large
pages-value-organisation-size_class-medium = medium
pages-value-organisation-size_class-small = small
pages-value-organisation-size_class-micro = micro
pairing-rule-size = less for each class of size apart
pairing-part-size = Size ({ $classes ->
    [one] one class apart
   *[other] { $classes } classes apart
 })
match-size-used = { $side ->
    [supporters] { $count ->
        [one] { $count } supporter has
       *[other] { $count } supporters have
     } no class of size; the middle of those that have one ({ $class ->
        [large] large
        [medium] medium
        [small] small
       *[micro] micro
     }) stands in.
   *[recipients] { $count ->
        [one] { $count } recipient has
       *[other] { $count } recipients have
     } no class of size; the middle of those that have one ({ $class ->
        [large] large
        [medium] medium
        [small] small
       *[micro] micro
     }) stands in.
 }
match-size-used-remedy = Fill in the size in the sheet of organisations or villages and pair again, and the pairs will fit better.
match-no-sizes = { $side ->
    [supporters] The rules count size, but no supporter has a class of size.
   *[recipients] The rules count size, but no recipient has a class of size.
 }
match-no-sizes-remedy = Fill in the size of some at least, or take “size” out of the rules.
