"""Draws growth.svg of the ratios in docs/performance.md: python3 docs/images/growth.py > docs/images/growth.svg"""
import math

SIZES = [(1e4, "10,000"), (1e5, "100,000"), (1e6, "1,000,000")]
# Name, colour, ratio at each size, and by how much its label is moved down.
STEPS = [
    ("the whole catalogue", "#c62828", [1, 10.06, 158.51], 0),
    ("the hazards’ page", "#6a1b9a", [1, 1.09, 1.35], -14),
    ("a push of one entry", "#1565c0", [1, 0.94, 1.07], 2),
    ("a page of a pull", "#2e7d32", [1, 0.97, 0.98], 18),
]
LEFT, TOP, WIDTH, HEIGHT = 70, 40, 420, 240


def x(size):
    return LEFT + 30 + (math.log10(size) - 4) / 2 * (WIDTH - 60)


def y(ratio):
    return TOP + HEIGHT - (math.log10(ratio) + 0.3) / 2.8 * HEIGHT


def said(ratio):
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"


spoken = ", ".join(f"{name} {said(ratios[1])} and {said(ratios[2])}" for name, _, ratios, _ in STEPS)
print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 340" role="img" font-family="sans-serif" font-size="12" fill="#222"')
print(f' aria-label="How many times longer a step takes in a bureau of 100,000 and of 1,000,000 entries than in one of 10,000: {spoken}">')
print('<rect width="760" height="340" fill="#fff"/>')
print(f'<text x="{LEFT}" y="22" font-weight="bold">How much longer than in a bureau of 10,000 entries</text>')
for ratio in (1, 10, 100):
    print(f'<line x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y(ratio):.1f}" y2="{y(ratio):.1f}" stroke="#ddd"/>')
    print(f'<text x="{LEFT - 8}" y="{y(ratio) + 4:.1f}" text-anchor="end" fill="#555">× {ratio}</text>')
for size, label in SIZES:
    print(f'<text x="{x(size):.1f}" y="{TOP + HEIGHT + 18}" text-anchor="middle" fill="#555">{label}</text>')
for name, colour, ratios, down in STEPS:
    points = [(x(size), y(ratio)) for (size, _), ratio in zip(SIZES, ratios)]
    line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
    print(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{line}"/>')
    for a, b in points:
        print(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{colour}"/>')
    print(f'<text x="{LEFT + WIDTH - 10}" y="{points[2][1] + 4 + down:.1f}" fill="{colour}">{name}: × {said(ratios[2])}</text>')
print(f'<text x="{LEFT + WIDTH // 2}" y="{TOP + HEIGHT + 40}" text-anchor="middle" fill="#555">entries in the ledger</text>')
print("</svg>")
