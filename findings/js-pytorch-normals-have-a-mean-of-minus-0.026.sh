#!/usr/bin/env bash
# js-pytorch 0.7.2 of npm, 2026-11-30, Node.js 20: torch.randn, which Linear and Embedding begin with, draws normals whose mean is about
# -0.026, not 0: of 300,000 numbers it lies 14 standard errors away, in each of ten draws. None is beyond 3.8, where a normal has about
# forty; the standard deviation is 0.996. torch.rand is uniform as it should be.
source "$(dirname "$0")/lib.sh"
npm_packages js-pytorch@0.7.2
cat >normals.cjs <<'J'
const { torch } = require('js-pytorch');
let below = 0;
let within = 0;
let cut = 0;
for (let k = 0; k < 10; k++) {
  const x = torch.randn([1000, 300]).data.flat();
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  const std = Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length);
  below += mean < -0.02 && mean > -0.032 ? 1 : 0;
  within += Math.abs(std - 0.996) < 0.006 ? 1 : 0;
  cut += x.every((v) => Math.abs(v) < 3.8) ? 1 : 0;
}
const u = torch.rand([1000, 300]).data.flat();
const mean = u.reduce((sum, v) => sum + v, 0) / u.length;
console.log(`of 10 draws of 300000 normals ${below} have a mean between -0.032 and -0.02`);
console.log(`${within} have a standard deviation of 0.990 to 1.002, ${cut} have nothing beyond 3.8`);
console.log(`the mean of 300000 uniforms is 0.5 to two places: ${Math.abs(mean - 0.5) < 0.005}`);
J
node normals.cjs >out
expect out <<'O'
of 10 draws of 300000 normals 10 have a mean between -0.032 and -0.02
10 have a standard deviation of 0.990 to 1.002, 10 have nothing beyond 3.8
the mean of 300000 uniforms is 0.5 to two places: true
O
