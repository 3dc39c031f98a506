// What dlib draws: library, layer, shape, n, mean, std, low, high.
#include <cmath>
#include <cstdio>
#include <dlib/dnn.h>
#include <dlib/revision.h>

using namespace dlib;

static void print_line(const char *layer, const float *x, size_t n, const char *shape) {
  double sum = 0, squares = 0, low = x[0], high = x[0];
  for (size_t i = 0; i < n; i++) {
    sum += x[i];
    low = std::fmin(low, x[i]);
    high = std::fmax(high, x[i]);
  }
  for (size_t i = 0; i < n; i++) squares += (x[i] - sum / n) * (x[i] - sum / n);
  std::printf("dlib %d.%d | %s | %s | %zu | %.5g | %.5g | %.5g | %.5g\n", DLIB_MAJOR_VERSION,
              DLIB_MINOR_VERSION, layer, shape, n, sum / n, std::sqrt(squares / n), low, high);
}

template <typename LAYER> static void measure(const char *name, LAYER layer, long k, long rows, size_t weights, const char *shape) {
  // A layer in front of an input of one image with k channels.
  resizable_tensor in(1, k, rows, rows);
  in = 0;
  struct Sub {
    const tensor &t;
    const tensor &get_output() const { return t; }
  } sub{in};
  layer.setup(sub);
  const tensor &p = layer.get_layer_params();
  print_line((std::string(name) + " weights").c_str(), p.host(), weights, shape);
  if (p.size() > weights) print_line((std::string(name) + " biases").c_str(), p.host() + weights, p.size() - weights, "");
}

int main() {
  measure("fc", fc_<256, FC_HAS_BIAS>(), 1, 28, 784 * 256, "784x256");
  measure("con 3x3", con_<128, 3, 3, 1, 1>(), 64, 8, 9 * 64 * 128, "128x64x3x3");
  measure("cont 4x4", cont_<64, 4, 4, 2, 2>(), 128, 8, 16 * 64 * 128, "128x64x4x4");
}
