/** Cards as JSON. */
package dev.fanwise.card.json;
