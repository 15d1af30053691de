package cn.anxun.app.photo.capture;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What lies in the tray, immutable, and as it is written. */
record TrayContent(List<ShotPlace> places, List<Shot> shots) {
  static final TrayContent NONE = new TrayContent(List.of(), List.of());

  TrayContent {
    places = Collections.unmodifiableList(new ArrayList<>(places));
    shots = Collections.unmodifiableList(new ArrayList<>(shots));
  }

  TrayContent with(ShotPlace place) {
    List<ShotPlace> more = new ArrayList<>(places);
    more.add(place);
    return new TrayContent(more, shots);
  }

  TrayContent without(ShotPlace place) {
    List<ShotPlace> fewer = new ArrayList<>(places);
    fewer.removeIf(each -> each.id().equals(place.id()));
    return new TrayContent(fewer, shots);
  }

  TrayContent with(List<Shot> changed) {
    return new TrayContent(places, changed);
  }

  String write() {
    List<Json> writtenPlaces = new ArrayList<>();
    for (ShotPlace place : places) {
      writtenPlaces.add(
          write(place.id(), place.purpose(), place.madeAt())
              .put("elsewhere", Json.of(place.elsewhere()))
              .build());
    }
    List<Json> writtenShots = new ArrayList<>();
    for (Shot shot : shots) {
      writtenShots.add(
          write(shot.id(), shot.purpose(), shot.takenAt())
              .put("sha256", shot.photo().sha256())
              .put("bytes", shot.photo().bytes())
              .put("type", shot.photo().type())
              .build());
    }
    return JsonText.write(
        Json.members()
            .put("places", Json.items(writtenPlaces))
            .put("shots", Json.items(writtenShots))
            .build());
  }

  private static Json.MembersBuilder write(String id, Purpose purpose, long at) {
    return Json.members()
        .put("id", id)
        .put("owner", purpose.owner())
        .put("target", purpose.target())
        .put("title", purpose.title())
        .put("role", purpose.role())
        .put("at", at);
  }

  /** Empty where it cannot be read. */
  static Optional<TrayContent> read(String text) {
    try {
      return JsonText.read(text) instanceof Json.Members members
          ? Optional.of(
              new TrayContent(
                  list(members, "places", TrayContent::place),
                  list(members, "shots", TrayContent::shot)))
          : Optional.empty();
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  private static <T> List<T> list(Json.Members of, String name, Function<Json.Members, T> read) {
    List<T> list = new ArrayList<>();
    if (of.get(name) instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Members members) {
          list.add(read.apply(members));
        }
      }
    }
    return list;
  }

  private static ShotPlace place(Json.Members from) {
    boolean elsewhere = from.get("elsewhere") instanceof Json.Flag flag && flag.value();
    return new ShotPlace(text(from, "id"), purpose(from), elsewhere, number(from, "at"));
  }

  private static Shot shot(Json.Members from) {
    Purpose purpose = purpose(from);
    return new Shot(
        text(from, "id"),
        purpose,
        number(from, "at"),
        new Attachment(
            text(from, "sha256"), number(from, "bytes"), text(from, "type"), purpose.role()));
  }

  private static Purpose purpose(Json.Members from) {
    return new Purpose(
        text(from, "owner"), text(from, "target"), text(from, "title"), text(from, "role"));
  }

  private static String text(Json.Members from, String name) {
    return from.get(name) instanceof Json.Text text ? text.value() : "";
  }

  private static long number(Json.Members from, String name) {
    return from.get(name) instanceof Json.Num number ? number.value().longValue() : 0;
  }
}
