package cn.anxun.app.feature.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.feature.inspection.ListedSite.Position;
import cn.anxun.app.feature.inspection.SiteSearch.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;

@RunWith(RobolectricTestRunner.class)
@Config(application = android.app.Application.class)
public final class SiteSearchTest {
  private static final Optional<Position> HERE = Optional.of(new Position(29.3571, 113.1289));

  private final PinyinInitials pinyin = new PinyinInitials();

  private ListedSite site(
      String name, String code, boolean planned, @Nullable String visited, double east) {
    return new ListedSite(
        new VisitSite(name, false, name, "26-K3-0172-7", "小商铺", "", "", code, "", planned),
        pinyin.of(name),
        east == 0 ? Optional.empty() : Optional.of(new Position(29.3571, 113.1289 + east)),
        Optional.ofNullable(visited).map(LocalDate::parse),
        0);
  }

  private List<String> search(String query, Order order) {
    List<ListedSite> sites =
        List.of(
            site("阳光超市", "91350211M0000XUF46", false, "2026-02-01", 0.02),
            site("重庆火锅", "", true, "2026-01-15", 0.01),
            site("长沙米粉", "", true, null, 0),
            site("厦门海鲜", "", false, null, 0.001));
    List<String> names = new ArrayList<>();
    for (ListedSite found : SiteSearch.list(sites, query, order, HERE, 2026)) {
      names.add(found.site().name());
    }
    return names;
  }

  @Test
  public void list_findsByNameInitialsNumberAndCode() {
    assertThat(search("超市", Order.RECENT)).containsExactly("阳光超市");
    assertThat(search("ygcs", Order.RECENT)).containsExactly("阳光超市");
    assertThat(search("GCS", Order.RECENT)).containsExactly("阳光超市");
    assertThat(search("M0000 xuf4", Order.RECENT)).containsExactly("阳光超市");
    assertThat(search("26K30172", Order.RECENT)).hasSize(4);
    assertThat(search("26-k3-0172-7", Order.RECENT)).hasSize(4);
    assertThat(search("没有", Order.RECENT)).isEmpty();
  }

  @Test
  public void list_whenACharacterHasTwoReadings_findsByEither() {
    assertThat(search("cqhg", Order.RECENT)).containsExactly("重庆火锅");
    assertThat(search("zqhg", Order.RECENT)).containsExactly("重庆火锅");
    assertThat(search("csmf", Order.RECENT)).containsExactly("长沙米粉");
    assertThat(search("xmhx", Order.RECENT)).containsExactly("厦门海鲜");
  }

  @Test
  public void list_ordersByPlanDistanceOrVisit() {
    assertThat(search("", Order.PLAN)).containsExactly("长沙米粉", "重庆火锅", "阳光超市", "厦门海鲜");
    assertThat(search("", Order.NEAREST)).containsExactly("厦门海鲜", "重庆火锅", "阳光超市", "长沙米粉");
    assertThat(search("", Order.RECENT).subList(0, 2)).containsExactly("阳光超市", "重庆火锅");
  }

  @Test
  public void metresTo_isTheLengthOfAnArc() {
    assertThat(new Position(0, 0).metresTo(new Position(0, 1))).isBetween(111_100.0, 111_300.0);
    assertThat(new Position(29, 113).metresTo(new Position(29, 113))).isZero();
  }
}
