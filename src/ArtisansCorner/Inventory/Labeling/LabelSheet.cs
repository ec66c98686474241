using ArtisansCorner.Platform.Files;

namespace ArtisansCorner.Inventory.Labeling;

/// <summary>A sheet of labels as it is sold, in millimeters.</summary>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Words">What it is called.</param>
/// <param name="Country">A country whose paper it is.</param>
/// <param name="Columns">How many stand side by side.</param>
/// <param name="Rows">How many stand below each other.</param>
/// <param name="Width">How wide one is.</param>
/// <param name="Height">How high one is.</param>
/// <param name="Left">From the paper's edge to the first.</param>
/// <param name="Top">From the paper's upper edge to the first.</param>
/// <param name="Across">From the edge of one to that of the next beside it.</param>
public sealed record LabelSheet(string Code, string Words, string Country, int Columns, int Rows, double Width, double Height, double Left, double Top, double Across)
{
    /// <summary>The sheets there are.</summary>
    public static IReadOnlyList<LabelSheet> All { get; } =
    [
        new("a4-24", "A4, 24 labels of 70 × 37 mm", "GB", 3, 8, 70, 37, 0, 0.5, 70),
        new("a4-65", "A4, 65 labels of 38.1 × 21.2 mm", "GB", 5, 13, 38.1, 21.2, 4.75, 10.7, 40.6),
        new("letter-30", "Letter, 30 labels of 2⅝ × 1 in (5160)", "US", 3, 10, 66.7, 25.4, 4.8, 12.7, 69.85),
        new("letter-80", "Letter, 80 labels of 1¾ × ½ in (5167)", "US", 4, 20, 44.45, 12.7, 7.5, 12.7, 52.1),
    ];

    /// <summary>How many labels one sheet has.</summary>
    public int Count => Columns * Rows;

    /// <summary>The sheet of this name, or the first of the country's paper.</summary>
    public static LabelSheet Find(string? code, string country) =>
        All.FirstOrDefault(sheet => sheet.Code == code) ?? All.First(sheet => sheet.Country == (PdfPaper.IsLetter(country) ? "US" : "GB"));
}
