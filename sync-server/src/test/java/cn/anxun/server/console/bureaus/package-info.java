/** Several bureaus: going from one to the other, their sum, and adding one. */
@NullMarked
package cn.anxun.server.console.bureaus;

import org.jspecify.annotations.NullMarked;
