using ArtisansCorner.Ui;

namespace ArtisansCorner.Analytics;

/// <summary>Something that needs attention, as the first screen shows it.</summary>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Title">What it is in a few words, such as “2 items are low”.</param>
/// <param name="Text">A sentence more.</param>
/// <param name="Lines">Which things it is about.</param>
/// <param name="Actions">What can be done about it.</param>
/// <param name="Bad">Whether it is bad news rather than good.</param>
public sealed record Notice(string Icon, string Title, string? Text, IReadOnlyList<NoticeLine> Lines, IReadOnlyList<Choice> Actions, bool Bad = true);

/// <summary>One thing that a notice is about.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Where it is.</param>
/// <param name="State">How it stands, such as “3 left”.</param>
/// <param name="Note">Why, in small words.</param>
public sealed record NoticeLine(string Name, string Href, string State, string? Note);

/// <summary>Where notices come from: each module that knows of something registers one, and the first screen asks them all.</summary>
public interface INoticeSource
{
    /// <summary>Smaller comes first.</summary>
    int Order { get; }

    /// <summary>What needs attention in the current shop now.</summary>
    Task<IReadOnlyList<Notice>> FindAsync(CancellationToken cancel);
}
