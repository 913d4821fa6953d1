/** Another sound server of today's edition; of the first edition's servers it takes the sockets and the tokens alone. */
package dev.tick.reference.todaysecond;
