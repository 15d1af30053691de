package cn.anxun.app.data.remote;

import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;

/**
 * The routes of sync v1. What comes back is taken as a stream: whether it is from the server at all
 * is judged before it is read.
 */
interface LedgerApi {
  String ACCEPT = "Accept: application/vnd.anxun.v1+json, application/problem+json";

  @Headers(ACCEPT)
  @Streaming
  @POST("api/v1/devices")
  Call<ResponseBody> enrol(@Body EnrolmentRequest request, @Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @POST("api/v1/entries?" + PushReplyJson.HEADS + "=" + PushReplyJson.LAST_HEAD)
  Call<ResponseBody> push(
      @Header("Authorization") String bearer,
      @Body PushedEntries entries,
      @Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @GET("api/v1/entries")
  Call<ResponseBody> pull(
      @Header("Authorization") String bearer,
      @Header(cn.anxun.core.sync.wire.v1.Headers.HEAD) @Nullable String head,
      @Query("cursor") String cursor,
      @Query("limit") int limit,
      @Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @GET("api/v1/people")
  Call<ResponseBody> people(@Header("Authorization") String bearer, @Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @GET("api/v1/app")
  Call<ResponseBody> app(@Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @POST("api/v1/numbers")
  Call<ResponseBody> numbers(
      @Header("Authorization") String bearer, @Body NumbersBody asked, @Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @POST("api/v1/numbers/return")
  Call<ResponseBody> returnNumbers(
      @Header("Authorization") String bearer, @Body NumbersBody numbers, @Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @POST("api/v1/files/known")
  Call<ResponseBody> knownFiles(
      @Header("Authorization") String bearer, @Body RequestBody hashes, @Tag Departure departure);

  @Headers({ACCEPT, TusHeaders.VERSION})
  @Streaming
  @POST("api/v1/files")
  Call<ResponseBody> beginFile(
      @Header("Authorization") String bearer,
      @Header(TusHeaders.LENGTH) long length,
      @Header(TusHeaders.METADATA) String metadata,
      @Body RequestBody nothing,
      @Tag Departure departure);

  @Headers({ACCEPT, TusHeaders.VERSION})
  @Streaming
  @PATCH("api/v1/files/{sha256}")
  Call<ResponseBody> sendFile(
      @Header("Authorization") String bearer,
      @Path("sha256") String sha256,
      @Header(TusHeaders.OFFSET) long offset,
      @Body RequestBody bytes,
      @Tag Departure departure);

  @Streaming
  @GET("api/v1/files/{sha256}")
  Call<ResponseBody> file(
      @Header("Authorization") String bearer,
      @Path("sha256") String sha256,
      @Tag Departure departure);

  @Streaming
  @GET("api/v1/files/{sha256}/thumbnail")
  Call<ResponseBody> thumbnail(
      @Header("Authorization") String bearer,
      @Path("sha256") String sha256,
      @Tag Departure departure);

  @Headers(ACCEPT)
  @Streaming
  @GET("api/v1/digest")
  Call<ResponseBody> digest(
      @Header("Authorization") String bearer,
      @Header(cn.anxun.core.sync.wire.v1.Headers.HEAD) @Nullable String head,
      @Query("cursor") String cursor,
      @Tag Departure departure);
}
