sheets-group-register = Register: places, organisations, posts, lists
sheets-group-match = Needs and pairings
sheets-group-gifts = Commitments and deliveries
sheets-group-work = Projects, sites, activities
sheets-group-cases = Cases and answers
sheets-group-honours = Honours and namings
sheets-group-backed = Confirmed, verified, looked back on
sheets-group-others = Others
