namespace ArtisansCorner.Demo;

/// <summary>A piece that the sample shop makes. Amounts are in major units of whatever currency the shop keeps.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Price">What one costs to buy.</param>
/// <param name="Cost">What one costs to make.</param>
/// <param name="Popularity">How often it is chosen, against the others.</param>
/// <param name="Batch">How many are made at a time.</param>
/// <param name="LeftToday">How many are left today, where the story wants it so; nothing: what comes of the year.</param>
/// <param name="Category">What kind of thing it is.</param>
/// <param name="Tags">Words it is found under, with commas between them.</param>
internal sealed record SamplePiece(string Name, string Sku, decimal Price, decimal Cost, int Popularity, int Batch, int? LeftToday = null, string? Category = null, string? Tags = null);

/// <summary>What the sample shop makes and who buys it: a potter of Stroud, invented, as are all people here.</summary>
internal static class SampleCatalog
{
    public static readonly SamplePiece[] Pieces =
    [
        new("Speckled mug", "HL-MUG-SP", 26.00m, 6.90m, 34, 24, LeftToday: 3, Category: "Mugs and cups", Tags: "gift, bestseller"),
        new("Pasta bowl, ash glaze", "HL-BWL-AS", 31.00m, 9.80m, 21, 16, Category: "Bowls", Tags: "ash glaze, bestseller"),
        new("Tall vase, tenmoku", "HL-VAS-TN", 66.50m, 15.40m, 9, 6, Category: "Vases and jars", Tags: "tenmoku"),
        new("Espresso cups, pair", "HL-ESP-02", 24.00m, 8.20m, 22, 16, Category: "Mugs and cups", Tags: "gift"),
        new("Butter dish", "HL-BUT-01", 36.00m, 13.60m, 12, 10, LeftToday: 0, Category: "Kitchen"),
        new("Pour-over set", "HL-POR-01", 58.00m, 17.20m, 6, 6, Category: "Kitchen"),
        new("Breakfast plate", "HL-PLT-21", 22.00m, 6.10m, 14, 20, Category: "Plates"),
        new("Dinner plate", "HL-PLT-27", 28.00m, 8.00m, 12, 20, Category: "Plates"),
        new("Cereal bowl, chun glaze", "HL-BWL-CH", 21.00m, 6.00m, 16, 20, Category: "Bowls"),
        new("Serving bowl, celadon", "HL-SRV-CE", 54.00m, 14.90m, 5, 6, Category: "Bowls"),
        new("Milk jug", "HL-JUG-S", 19.00m, 5.40m, 10, 12, Category: "Kitchen"),
        new("Water jug", "HL-JUG-L", 44.00m, 12.30m, 5, 6, LeftToday: 2, Category: "Kitchen"),
        new("Teapot for two", "HL-TEA-02", 72.00m, 22.00m, 4, 4, Category: "Kitchen"),
        new("Tea bowl, wood ash", "HL-TBW-WA", 34.00m, 8.80m, 6, 10, Category: "Mugs and cups", Tags: "ash glaze"),
        new("Bud vase", "HL-VAS-BU", 16.00m, 3.90m, 15, 20, Category: "Vases and jars", Tags: "gift"),
        new("Garlic grater", "HL-GRT-01", 14.50m, 3.20m, 11, 24, Category: "Kitchen"),
        new("Spoon rest", "HL-SPR-01", 12.00m, 2.80m, 12, 24, Category: "Kitchen"),
        new("Salt pig", "HL-SLT-01", 24.50m, 6.70m, 7, 10, Category: "Kitchen"),
        new("Ramen bowl with rest", "HL-RAM-01", 38.00m, 11.20m, 8, 10, Category: "Bowls"),
        new("Olive dish", "HL-OLV-01", 18.00m, 4.40m, 9, 14, Category: "Bowls"),
        new("Candle holder", "HL-CND-01", 15.00m, 3.60m, 12, 20, Category: "Home", Tags: "gift"),
        new("Incense stand", "HL-INC-01", 11.00m, 2.40m, 6, 16, Category: "Home"),
        new("Plant pot, small", "HL-POT-S", 17.50m, 4.90m, 10, 16, Category: "Home"),
        new("Plant pot, large", "HL-POT-L", 39.00m, 11.80m, 4, 6, Category: "Home"),
        new("Soap dish", "HL-SOP-01", 13.00m, 3.10m, 9, 20, Category: "Home"),
        new("Christmas star, set of three", "HL-XMS-03", 15.50m, 3.30m, 3, 30, Category: "Home", Tags: "gift, Christmas"),
        new("Seconds: mug", "HL-2ND-MUG", 14.00m, 6.90m, 5, 8, Category: "Mugs and cups", Tags: "seconds"),
        new("Moon jar", "HL-MOON-1", 240.00m, 62.00m, 1, 1, LeftToday: 1, Category: "Vases and jars", Tags: "one of a kind"),
    ];

    public static readonly string[] FirstNames =
    [
        "Ana", "Bea", "Chloé", "Dilys", "Elif", "Femi", "Gwen", "Hana", "Idris", "João", "Kirsty", "Lena", "Małgorzata", "Niamh", "Oskar", "Priya",
        "Quentin", "Rosa", "Søren", "Tomasz", "Uma", "Verity", "Wren", "Ximena", "Yusuf", "Zoë", "Alasdair", "Bronwen", "Callum", "Delphine",
    ];

    public static readonly string[] LastNames =
    [
        "Abara", "Baxter", "Clarke", "D’Souza", "Evans", "Fournier", "García", "Hughes", "Iqbal", "Jansen", "Kowalski", "Lindqvist", "Moreau", "Núñez", "O’Brien",
        "Petrov", "Quigley", "Rossi", "Schäfer", "Tanaka", "Underwood", "Virtanen", "Whitcombe", "Yılmaz", "Zimmermann",
    ];

    /// <summary>Where buyers live, most of them near; a country's share grows with how often it stands here.</summary>
    public static readonly (string Country, string City, string Postcode)[] Places =
    [
        ("GB", "Bristol", "BS6 5QA"), ("GB", "London", "N16 8AB"), ("GB", "Stroud", "GL5 1QN"), ("GB", "Leeds", "LS6 2AE"), ("GB", "Glasgow", "G12 8QQ"),
        ("GB", "Cardiff", "CF11 9HA"), ("GB", "Brighton", "BN1 3XF"), ("GB", "Manchester", "M21 9WQ"), ("US", "Portland", "97214"), ("US", "Brooklyn", "11215"),
        ("DE", "Köln", "50672"), ("FR", "Nantes", "44000"), ("IE", "Cork", "T12 X8N6"), ("NL", "Utrecht", "3512 JE"),
    ];

    /// <summary>The months that have a fair.</summary>
    public static readonly int[] FairMonths = [3, 5, 7, 9, 11, 12];
}
