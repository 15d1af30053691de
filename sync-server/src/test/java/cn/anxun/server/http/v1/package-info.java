@NullMarked
package cn.anxun.server.http.v1;

import org.jspecify.annotations.NullMarked;
