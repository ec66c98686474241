namespace ArtisansCorner.Ui;

/// <summary>Which shape and glaze stand in for the photo of a product.</summary>
internal static class GlyphShapes
{
    private static readonly string[] Glazes = ["chun", "ash", "tenmoku", "celadon", "cream", "blue"];

    // Drawn on a grid of 40. A dipped shape shows raw clay under the glaze; the others are of one color.
    private static readonly (string[] Words, string Svg, bool Dipped)[] Shapes =
    [
        (["mug", "tankard", "cup and"], """<path d="M11 11h15v15a4 4 0 0 1-4 4h-7a4 4 0 0 1-4-4z"/><path class="line" d="M26 15h2.500a3.500 3.500 0 0 1 0 9H26"/>""", true),
        (["bowl", "basin", "planter", "pot"], """<path d="M6 15h28c0 7-4 12-10 13v2h-8v-2C10 27 6 22 6 15z"/>""", true),
        (["vase", "bottle", "jug", "carafe", "pitcher"], """<path d="M17 6h6v2c0 4-1 5 2 8 4 4 4 12-1 18h-8c-5-6-5-14-1-18 3-3 2-4 2-8z"/>""", true),
        (["cup", "espresso", "pair", "tumbler", "beaker"], """<path d="M6 15h12v8a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5zM22 15h12v8a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5z"/>""", true),
        (["dish", "plate", "tray", "saucer", "platter"], """<path d="M18 11h4v3h5a4 4 0 0 1 4 4v7H9v-7a4 4 0 0 1 4-4h5zM5 26h30l-3 4H8z"/>""", true),
        (["pour", "coffee", "dripper", "tea"], """<path d="M9 8h22l-7 9h-8zM12 18.500h16V29a3 3 0 0 1-3 3H15a3 3 0 0 1-3-3z"/>""", true),
        (["ring", "earring", "necklace", "pendant", "bracelet", "brooch", "jewel"], """<path class="line" d="M20 15a9 9 0 1 0 .01 0z"/><path d="m14.500 9 2.500-3h6l2.500 3-5.500 6.500z"/>""", false),
        (["candle", "wax", "melt", "light"], """<path d="M13 18h14v16H13z"/><path d="M20.500 5.500c3.500 4.200 4 7.500.5 10.500-4-2-4.500-6-.5-10.500z"/>""", true),
        (["scarf", "shawl", "blanket", "throw", "textile", "yarn", "wool", "knit", "hat", "mitten", "sock", "bag", "tote", "cushion", "quilt"], """<path d="M20 7a13 13 0 1 0 .01 0zm-8 6.500c6 .5 12 6 14 15l-2.500 1.300C22 22 17 17 10.200 15.500zm7-3.300c6 1.300 10 6 11 12.300l-1.700 3C27 18 23.500 13.500 17 11z"/>""", false),
        (["soap", "balm", "cream", "lotion", "bath", "scrub"], """<path d="M11 16h18a6 6 0 0 1 6 6v2a6 6 0 0 1-6 6H11a6 6 0 0 1-6-6v-2a6 6 0 0 1 6-6z"/><path d="M15 6.500a3 3 0 1 0 .01 0zm8-1a2 2 0 1 0 .01 0zm3.500 5a1.500 1.500 0 1 0 .01 0z"/>""", false),
        (["board", "spoon", "wood", "oak", "walnut", "stool", "box", "frame", "carv"], """<path d="M17.500 5h5v7H28a2 2 0 0 1 2 2v18a3 3 0 0 1-3 3H13a3 3 0 0 1-3-3V14a2 2 0 0 1 2-2h5.500z"/>""", false),
        (["print", "card", "poster", "notebook", "journal", "paint", "zine", "paper", "sticker"], """<path d="M8 6h24v28H8zm4 4v14.500l5-6 4 4.500 3-3 4 4.500V10zm11.500 2.500a2.500 2.500 0 1 1-.01 0z" fill-rule="evenodd"/>""", false),
    ];

    /// <summary>The shape a name speaks of, else one that this name always gets; and its glaze.</summary>
    public static (string Svg, string Glaze, bool Dipped) Of(string name)
    {
        var seed = name.Aggregate(17u, (sum, letter) => unchecked(sum * 31 + letter));
        var known = Array.FindIndex(Shapes, shape => shape.Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        var (_, svg, dipped) = Shapes[known >= 0 ? known : (int)(seed % (uint)Shapes.Length)];
        return (svg, Glazes[seed / 7 % (uint)Glazes.Length], dipped);
    }
}
