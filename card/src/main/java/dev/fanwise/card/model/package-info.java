/** What cards are made of: plain data, which knows neither the compiler nor a page. */
package dev.fanwise.card.model;
