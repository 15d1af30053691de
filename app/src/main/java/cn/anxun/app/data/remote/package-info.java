/** The server as the phone reaches it: sync v1 over Retrofit and OkHttp. */
@NullMarked
package cn.anxun.app.data.remote;

import org.jspecify.annotations.NullMarked;
