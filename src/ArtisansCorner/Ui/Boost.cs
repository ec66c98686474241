using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArtisansCorner.Ui;

/// <summary>How a link or form morphs one part of the page instead of loading the whole page; without scripts it stays a plain link or form.</summary>
public static class Boost
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of hx-boost that morphs the part with this id and puts the address into the history; nothing without an id.</summary>
    /// <param name="part">The id of the part, which the answer must contain too.</param>
    /// <param name="replace">Whether the address replaces the current one, as for each letter typed into a search.</param>
    public static string? Into(string? part, bool replace = false)
    {
        if (part is null) return null;
        var options = new Dictionary<string, string>
        {
            ["target"] = "#" + part,
            ["select"] = "#" + part,
            // “show:none”, because htmx otherwise scrolls the part to the top of the window.
            ["swap"] = "outerMorph show:none",
            [replace ? "replace" : "push"] = "true",
        };
        return JsonSerializer.Serialize(options, Plain);
    }

    /// <summary>Attributes for a form, or a button or field in one, that send the form and morph it with the answer; a later one replaces one under way.</summary>
    /// <param name="action">The address that the form posts to.</param>
    /// <param name="form">The id of the form.</param>
    public static IReadOnlyDictionary<string, object> Post(string action, string form) => new Dictionary<string, object>
    {
        ["hx-post"] = action,
        ["hx-target"] = "#" + form,
        ["hx-select"] = "#" + form,
        ["hx-swap"] = "outerMorph show:none",
        ["hx-sync"] = $"#{form}:replace",
    };
}
