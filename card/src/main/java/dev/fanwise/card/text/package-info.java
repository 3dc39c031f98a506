/** Cards as text for a terminal. */
package dev.fanwise.card.text;
