/** Tests of papers on the server: numbers, the register, and papers as files. */
@NullMarked
package cn.anxun.server.paper;

import org.jspecify.annotations.NullMarked;
