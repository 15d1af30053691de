package cn.anxun.app.data.remote;

import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.wire.v1.EnrolmentJson;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Writes the messages of sync v1 with core's own writers, byte for byte. */
final class WireConverters extends Converter.Factory {
  private static final MediaType V1 = MediaType.get(MediaTypes.V1);

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    if (type == PushedEntries.class) {
      return (PushedEntries pushed) ->
          RequestBody.create(PushRequestJson.write(pushed.entries()), V1);
    }
    if (type == EnrolmentRequest.class) {
      return (EnrolmentRequest request) -> RequestBody.create(EnrolmentJson.write(request), V1);
    }
    if (type == NumbersBody.class) {
      return (NumbersBody body) -> RequestBody.create(body.json(), V1);
    }
    return null;
  }
}
