using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ArtisansCorner.Ui;

/// <summary>The frame around a shop's pages.</summary>
public sealed partial class Frame(NavigationManager address) : ComponentBase
{
    /// <summary>The shop's name, shown in the switcher.</summary>
    [Parameter, EditorRequired] public required string ShopName { get; set; }

    /// <summary>Where the mark leads: the shop's first screen.</summary>
    [Parameter, EditorRequired] public required string Home { get; set; }

    /// <summary>The menu; on a phone the first three stand in the bottom bar, the others under “More”.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<MenuItem> Menu { get; set; }

    /// <summary>The address of the stream of live topics, or nothing for a page that stands still.</summary>
    [Parameter] public string? LiveUrl { get; set; }

    /// <summary>Where that stream stood when the page was made.</summary>
    [Parameter] public string? LiveAt { get; set; }

    /// <summary>Where a sale is recorded, or nothing for members who may not.</summary>
    [Parameter] public string? SellHref { get; set; }

    /// <summary>What the button for it says.</summary>
    [Parameter] public string SellTitle { get; set; } = "Record a sale";

    /// <summary>The address of the search, which takes “q”; nothing hides it.</summary>
    [Parameter] public string? SearchHref { get; set; }

    /// <summary>The name of the person signed in.</summary>
    [Parameter] public string AccountName { get; set; } = "";

    /// <summary>Links to the person's other shops.</summary>
    [Parameter] public RenderFragment? Switcher { get; set; }

    /// <summary>Links and buttons about the person: profile, sign out.</summary>
    [Parameter] public RenderFragment? Account { get; set; }

    /// <summary>The page.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string? CurrentOf(MenuItem item) => item == current ? "page" : null;

    private MenuItem? current;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var path = new Uri(address.Uri).AbsolutePath.TrimEnd('/');
        // The longest address that the page stands under: /shop/sales/7 is Sales, not Home.
        current = Menu.Where(item => IsUnder(path, item.Href.TrimEnd('/'))).MaxBy(item => item.Href.Length);
    }

    private bool IsUnder(string path, string href) =>
        path == href || (href != Home.TrimEnd('/') && path.StartsWith(href + "/", StringComparison.Ordinal));

    private static string? KeyOf(MenuItem item) => item.Key is { } key ? "g " + key : null;

    // Of words, not of what stands between them; where there is nothing else, of an emoji, which is more than one char.
    private static string Initials(string name)
    {
        var parts = name.Split([' ', '-', '.', '@'], StringSplitOptions.RemoveEmptyEntries);
        var words = Array.FindAll(parts, part => char.IsLetterOrDigit(part, 0));
        return string.Concat((words.Length > 0 ? words.Take(2) : parts.Take(1)).Select(part => StringInfo.GetNextTextElement(part).ToUpperInvariant()));
    }
}
