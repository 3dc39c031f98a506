/* What FANN draws: library, layer, shape, n, mean, std, low, high. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <fann.h>

static void line(const char *library, const char *layer, const float *x, int n, const char *shape) {
  double sum = 0, squares = 0, low = x[0], high = x[0];
  for (int i = 0; i < n; i++) {
    sum += x[i];
    low = fmin(low, x[i]);
    high = fmax(high, x[i]);
  }
  for (int i = 0; i < n; i++) squares += (x[i] - sum / n) * (x[i] - sum / n);
  printf("%s | %s | %s | %d | %.5g | %.5g | %.5g | %.5g\n", library, layer, shape, n, sum / n,
         sqrt(squares / n), low, high);
}

int main(void) {
  struct fann *net = fann_create_standard(3, 784, 256, 10);
  unsigned n = fann_get_total_connections(net);
  struct fann_connection *c = malloc(n * sizeof *c);
  fann_get_connection_array(net, c);
  float *weights = malloc(n * sizeof *weights), *biases = malloc(n * sizeof *biases);
  int w = 0, b = 0;
  for (unsigned i = 0; i < n; i++) {
    int is_bias = c[i].from_neuron == 784 || c[i].from_neuron == 784 + 1 + 256;
    if (is_bias) biases[b++] = c[i].weight;
    else weights[w++] = c[i].weight;
  }
  line("FANN 2.2.0", "weights", weights, w, "784-256-10");
  line("FANN 2.2.0", "biases", biases, b, "256+10");
  struct fann_train_data *data = fann_create_train(2, 784, 10);
  for (int i = 0; i < 784; i++) {
    data->input[0][i] = -1;
    data->input[1][i] = 1;
  }
  fann_init_weights(net, data);
  fann_get_connection_array(net, c);
  w = b = 0;
  for (unsigned i = 0; i < n; i++) {
    int is_bias = c[i].from_neuron == 784 || c[i].from_neuron == 784 + 1 + 256;
    if (is_bias) biases[b++] = c[i].weight;
    else weights[w++] = c[i].weight;
  }
  line("FANN 2.2.0", "fann_init_weights, inputs -1 to 1: weights", weights, w, "784-256-10");
  line("FANN 2.2.0", "fann_init_weights, inputs -1 to 1: biases", biases, b, "256+10");
  return 0;
}
