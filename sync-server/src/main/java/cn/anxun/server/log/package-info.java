/**
 * What the server writes down of its own doing: files that are kept for some weeks, and each
 * request's line.
 */
@NullMarked
package cn.anxun.server.log;

import org.jspecify.annotations.NullMarked;
