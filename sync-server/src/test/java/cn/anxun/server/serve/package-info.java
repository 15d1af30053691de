@NullMarked
package cn.anxun.server.serve;

import org.jspecify.annotations.NullMarked;
