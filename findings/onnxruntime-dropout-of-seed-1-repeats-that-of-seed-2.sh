#!/usr/bin/env bash
# onnxruntime-node 1.22.0 of npm (CPU), 2026-11-30, Node.js 20: Dropout in training mode with the attribute seed. The mask of run k + 1 of
# seed s is that of run k of seed s + 1, in all elements: two layers of seeds 1 and 2 in one model drop the same units, one step apart,
# through all of training. Runs of one session differ; sessions agree run by run.
source "$(dirname "$0")/lib.sh"
npm_packages onnxruntime-node@1.22.0
cat >dropout.cjs <<'J'
const ort = require('onnxruntime-node');
// As much of protobuf as a model of two nodes needs.
const number = (n) => { const b = []; do { b.push((n & 127) | (n > 127 ? 128 : 0)); n >>>= 7; } while (n); return Buffer.from(b); };
const int = (field, n) => Buffer.concat([number(field << 3), number(n)]);
const part = (field, ...parts) => { const b = Buffer.concat(parts.map((p) => Buffer.from(p))); return Buffer.concat([number((field << 3) | 2), number(b.length), b]); };
const real = (field, x) => { const b = Buffer.alloc(5); b[0] = (field << 3) | 5; b.writeFloatLE(x, 1); return b; };
const node = (op, inputs, outputs, ...attributes) => part(1, ...inputs.map((i) => part(1, i)), ...outputs.map((o) => part(2, o)), part(4, op), ...attributes);
const ofInt = (name, n) => part(5, part(1, name), int(3, n), int(20, 2));
const ofFloat = (name, x) => part(5, part(1, name), real(2, x), int(20, 1));
const value = (field, name) => part(field, part(1, name), part(2, part(1, int(1, 1), part(2, part(1, part(2, 'n'))))));
const model = part(7,
  node('Constant', [], ['ratio'], ofFloat('value_float', 0.5)),
  node('Constant', [], ['one'], ofInt('value_int', 1)),
  node('Cast', ['one'], ['training'], ofInt('to', 9)),
  node('Dropout', ['x', 'ratio', 'training'], ['a'], ofInt('seed', 1)),
  node('Dropout', ['x', 'ratio', 'training'], ['b'], ofInt('seed', 2)),
  part(2, 'graph'), value(11, 'x'), value(12, 'a'), value(12, 'b'));
const bytes = Buffer.concat([int(1, 10), part(8, int(2, 21)), model]);
(async () => {
  const session = await ort.InferenceSession.create(bytes, { intraOpNumThreads: 1 });
  const x = new ort.Tensor('float32', new Float32Array(100000).fill(1), [100000]);
  const runs = [];
  for (let i = 0; i < 10; i++) runs.push(await session.run({ x }));
  const same = (p, q) => p.data.every((v, i) => (v === 0) === (q.data[i] === 0));
  let shifted = 0;
  for (let i = 0; i < 9; i++) shifted += same(runs[i + 1].a, runs[i].b) ? 1 : 0;
  const dropped = runs[0].a.data.filter((v) => v === 0).length;
  console.log(`${Math.round(dropped / 1000)} % dropped`);
  console.log(`run by run the masks of seeds 1 and 2 are equal: ${same(runs[0].a, runs[0].b)}`);
  console.log(`${shifted} of 9 masks of seed 1 are those of seed 2 one run before, in all of 100000 elements`);
})();
J
node dropout.cjs >out
expect out <<'O'
50 % dropped
run by run the masks of seeds 1 and 2 are equal: false
9 of 9 masks of seed 1 are those of seed 2 one run before, in all of 100000 elements
O
