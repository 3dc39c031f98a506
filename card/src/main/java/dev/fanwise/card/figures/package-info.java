/**
 * What a reader wants to know of a model: statistics and densities, what its layers are measured
 * against, and what is suspicious.
 */
package dev.fanwise.card.figures;
