#!/usr/bin/env bash
# Installs Debian's packages of neural networks and prints what each draws; on Debian 12, as root.
set -e
here=$(cd "$(dirname "$0")" && pwd)
apt-get install -y -qq --no-install-recommends python3-sklearn python3-opencv python3-gensim \
  python3-torch python3-thinc libfann-dev libdlib-dev darknet fasttext r-cran-nnet \
  r-cran-amore weka g++ libopenblas-dev >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/* "$work" && cd "$work"
/usr/bin/python3 debian.py
Rscript --vanilla debian.R
gcc -O1 fann.c -o fann-laws $(pkg-config --cflags --libs fann) -lm && ./fann-laws
g++ -O0 -std=c++14 dlib.cpp -o dlib-laws -ldlib -llapack -lblas -lpthread && ./dlib-laws
# At a learning rate of 0 nothing moves.
seq 1 2000 | sed 's/^/w/' | tr '\n' ' ' >words.txt
fasttext skipgram -input words.txt -output vectors -minCount 1 -lr 0 -epoch 1 -maxn 0 >/dev/null 2>&1
awk 'NR > 1 && $1 != "</s>" { for (i = 2; i <= NF; i++) { n++; s += $i; q += $i * $i;
    if (n == 1 || $i < l) l = $i; if (n == 1 || $i > h) h = $i } }
  END { m = s / n; printf "fastText | skipgram vectors of 100 | 2000x100 | %d | %.5g | %.5g | %.5g | %.5g\n",
    n, m, sqrt(q / n - m * m), l, h }' vectors.vec
java -cp /usr/share/java/weka.jar WekaLaws.java
