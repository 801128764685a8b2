# Lists of everything that is kept
pages-nav-lists = Records
lists-about = All records in force, by kind. Each row opens: what happened to it, and who said so.
lists-group-match = Matching
lists-group-keep = Matters and results
lists-group-register = Registers
lists-option = { $words } ({ $count })
lists-any = any
lists-take-off = take off
pages-value-outcome-solved = solved
pages-value-outcome-under-way = under way
pages-value-outcome-planned = planned
pages-value-outcome-explained = explained
lists-none-yet = There is none of this kind yet
