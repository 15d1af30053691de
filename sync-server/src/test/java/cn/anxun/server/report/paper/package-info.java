/** Tests of papers as files: what is printed, as text and as pictures. */
@NullMarked
package cn.anxun.server.report.paper;

import org.jspecify.annotations.NullMarked;
