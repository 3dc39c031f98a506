# Tables of p-values from the output of dieharder.sh, one file for each order: the tests in rows, the orders in columns.

function bold_unless_passed(p, assessment) {
  return assessment == "PASSED" ? p : "**" p " " assessment "**"
}

FNR == 1 {
  orders++
  order[orders] = FILENAME
  sub(/.*\//, "", order[orders])
  row = 0
}

# A repeated test: all its p-values in one row.
/^again: / {
  name = substr($1, 8)
  test = order[orders] " | " name " | " $4
  if (!(test in repeated)) {
    repeats++
    repeat[repeats] = test
  }
  repeated[test] = repeated[test] " " bold_unless_passed($5, $6)
  next
}

{
  row++
  test = $1 " | " $2 " | " $3 " | " $4
  if (orders > 1 && tests[row] != test) {
    print FILENAME ": another test than in the first file: " test > "/dev/stderr"
    exit 1
  }
  tests[row] = test
  p[row, orders] = bold_unless_passed($5, $6)
  count[orders, $6]++
  rows[orders] = row
}

END {
  heading = "| test | ntup | tsamples | psamples |"
  line = "|---|---|---|---|"
  for (k = 1; k <= orders; k++) {
    heading = heading " `" order[k] "` |"
    line = line "---|"
  }
  print heading
  print line
  for (i = 1; i <= rows[1]; i++) {
    text = "| " tests[i] " |"
    for (k = 1; k <= orders; k++) {
      text = text " " p[i, k] " |"
    }
    print text
  }
  # Repeats are not counted: they are made only where the first was off.
  print "\n| order | p-values | WEAK | expected of a perfect generator | FAILED |\n|---|---|---|---|---|"
  for (k = 1; k <= orders; k++) {
    printf "| `%s` | %d | %d | %.1f | %d |\n", order[k], rows[k], count[k, "WEAK"], rows[k] / 100, count[k, "FAILED"]
  }
  if (repeats > 0) {
    print "\n| repeated | test | psamples | p |\n|---|---|---|---|"
  }
  for (r = 1; r <= repeats; r++) {
    print "| " repeat[r] " |" repeated[repeat[r]] " |"
  }
}
