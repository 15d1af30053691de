package cn.anxun.server.handout;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.AppVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** {@code offer.json}: what is offered, as it was read when it was put there. */
final class OfferJson {
  record Read(AppPackage app, VersionPolicy policy) {}

  private OfferJson() {}

  static byte[] write(AppPackage app, VersionPolicy policy) {
    return JsonText.bytes(
        Json.members()
            .put("package", app.name())
            .put("version", app.version().toString())
            .put("minSdk", app.minSdk())
            .put("abis", Json.texts(app.abis()))
            .put("bytes", app.bytes())
            .put("sha256", app.sha256())
            .put("signer", app.signer())
            .put("minimum", policy.minimum())
            .put("recommended", policy.recommended())
            .build());
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException where it is not what {@link #write} makes
   */
  static Read read(byte[] bytes) {
    if (!(JsonText.read(bytes) instanceof Json.Members offer)) {
      throw new IllegalArgumentException("no object");
    }
    List<String> abis = new ArrayList<>();
    if (offer.get("abis") instanceof Json.Items items) {
      for (Json item : items.values()) {
        abis.add(((Json.Text) item).value());
      }
    }
    AppPackage app =
        new AppPackage(
            text(offer, "package"),
            AppVersion.parse(text(offer, "version")).orElseThrow(IllegalArgumentException::new),
            number(offer, "minSdk").intValueExact(),
            abis,
            number(offer, "bytes").longValueExact(),
            text(offer, "sha256"),
            text(offer, "signer"));
    return new Read(
        app,
        new VersionPolicy(
            number(offer, "minimum").intValueExact(),
            number(offer, "recommended").intValueExact()));
  }

  private static String text(Json.Members offer, String name) {
    if (offer.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("no " + name);
  }

  private static BigDecimal number(Json.Members offer, String name) {
    if (offer.get(name) instanceof Json.Num number) {
      return number.value();
    }
    throw new IllegalArgumentException("no " + name);
  }
}
