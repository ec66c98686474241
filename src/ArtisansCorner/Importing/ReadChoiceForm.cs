using System.Globalization;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Importing;

/// <summary>Reads from the forms of the preview how a file is to be read; what is left empty is decided by the file.</summary>
internal static class ReadChoiceForm
{
    /// <summary>What the form says.</summary>
    public static PartChoice Read(IFormCollection form) => new()
    {
        Part = int.TryParse(form["part"], NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null,
        Format = Text(form["format"]),
        Dates = EnumWords.Find<DateOrder>(Text(form["dates"]) ?? ""),
        DecimalMark = Text(form["mark"]) is [var mark] ? mark : null,
        Currency = Text(form["currency"]),
        SignsAreWrong = form.ContainsKey("currency") ? form["signsAreWrong"] == "1" : null,
        TimeZone = Text(form["zone"]),
        LeaveOut = form["leaveOut"] == "1",
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
