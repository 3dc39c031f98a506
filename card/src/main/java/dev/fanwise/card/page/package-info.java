/** Cards as pages; nothing is judged here. */
package dev.fanwise.card.page;
