/** What is the same for every request, below the server. */
@NullMarked
package cn.anxun.server.http;

import org.jspecify.annotations.NullMarked;
