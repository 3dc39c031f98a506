# What R's packages draw: library, layer, shape, n, mean, std, low, high.
line <- function(library, layer, x, shape)
  cat(sprintf("%s | %s | %s | %d | %.5g | %.5g | %.5g | %.5g\n", library, layer, shape, length(x),
              mean(x), sqrt(mean((x - mean(x))^2)), min(x), max(x)))
library(nnet)
x <- matrix(0, 20, 784)
y <- class.ind(factor(rep(0:9, 2)))
net <- nnet(x, y, size = 64, maxit = 0, MaxNWts = 1e6, trace = FALSE)
w <- net$wts
line(paste("nnet", packageVersion("nnet")), "all weights and biases", w, "784-64-10")
net <- nnet(x, y, size = 64, maxit = 0, MaxNWts = 1e6, trace = FALSE, rang = 0.1)
line(paste("nnet", packageVersion("nnet")), "rang = 0.1", net$wts, "784-64-10")
library(AMORE)
net <- newff(n.neurons = c(784, 64, 10), learning.rate.global = 0, momentum.global = 0)
hidden <- net$neurons[net$layers[[2]]]
out <- net$neurons[net$layers[[3]]]
line(paste("AMORE", packageVersion("AMORE")), "hidden weights", unlist(lapply(hidden, function(n) n$weights)), "784x64")
line(paste("AMORE", packageVersion("AMORE")), "hidden biases", unlist(lapply(hidden, function(n) n$bias)), "64")
line(paste("AMORE", packageVersion("AMORE")), "output weights", unlist(lapply(out, function(n) n$weights)), "64x10")
