#!/usr/bin/env bash
# apache-arrow 21.2.0 of npm, 2026-11-30, Node.js 20: a Float16 vector of numbers from 65,536 to a million and more holds small
# numbers, not infinity: 65,536 becomes 2, 100,000 becomes 3.05, a million 3.81; 65,520 to 65,535, and 1e10, are infinity.
# Numbers halfway between two halves go away from zero: 1 + 2^-11 becomes 1.0009765625, 2^-25 the least number instead of 0.
source "$(dirname "$0")/lib.sh"
npm_packages apache-arrow@21.2.0
cat >halves.mjs <<'J'
import { Float16, vectorFromArray } from 'apache-arrow';
for (const x of [65504, 65520, 65535, 65536, 100000, 131072, 1e6, 1e10, -70000, 1 + 2 ** -11, 2 ** -25]) {
  console.log(x, 'becomes', vectorFromArray([x], new Float16()).get(0));
}
J
node halves.mjs >out
expect out <<'O'
65504 becomes 65504
65520 becomes Infinity
65535 becomes Infinity
65536 becomes 2
100000 becomes 3.05078125
131072 becomes 2
1000000 becomes 3.814453125
10000000000 becomes Infinity
-70000 becomes -2.134765625
1.00048828125 becomes 1.0009765625
2.9802322387695312e-8 becomes 5.960464477539063e-8
O
