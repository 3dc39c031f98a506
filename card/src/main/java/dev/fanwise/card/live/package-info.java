/** What cards are made of, read from models in memory. */
package dev.fanwise.card.live;
