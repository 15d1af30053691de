package cn.anxun.server.cases;

import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The streets and communities of a bureau, numbered below the county's code as in GB/T 2260 (9 and
 * 12 digits).
 */
final class Places {
  private static final int USUAL_STREETS = 8;
  private static final int USUAL_COMMUNITIES_OF_A_STREET = 5;

  private record Place(String code, String name) {}

  private final Random random;
  private final List<Place> streets = new ArrayList<>();
  private final List<Place> communities = new ArrayList<>();

  Places(CaseFile.Bureau bureau, Random random) {
    this.random = random;
    int streetCount = bureau.streets() == 0 ? USUAL_STREETS : bureau.streets();
    int communityCount =
        bureau.communities() == 0
            ? streetCount * USUAL_COMMUNITIES_OF_A_STREET
            : bureau.communities();
    for (int i = 0; i < streetCount; i++) {
      streets.add(
          new Place(bureau.division() + String.format("%03d", i + 1), name("streets", i, "街道")));
    }
    for (int i = 0; i < communityCount; i++) {
      String street = streets.get(i % streetCount).code();
      String code = street + String.format("%03d", i / streetCount + 1);
      communities.add(new Place(code, name("communities", i, "社区")));
    }
  }

  /** The code of some community. */
  String community() {
    return communities.get(random.nextInt(communities.size())).code();
  }

  /** The code of some street. */
  String street() {
    return streets.get(random.nextInt(streets.size())).code();
  }

  /** Code and name of each, as {@code DivisionsRevised} holds them. */
  List<Json> listed() {
    List<Json> listed = new ArrayList<>();
    streets.forEach(place -> listed.add(json(place)));
    communities.forEach(place -> listed.add(json(place)));
    return listed;
  }

  private static Json json(Place place) {
    return Json.members().put("code", place.code()).put("name", place.name()).build();
  }

  private static String name(String list, int index, String ending) {
    List<String> words = MadeUp.list(list);
    int lap = index / words.size();
    return words.get(index % words.size()) + (lap == 0 ? "" : "第" + (lap + 1)) + ending;
  }
}
