using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Sales;

/// <summary>A fact that a channel tells of under a number of its own, so that every file that has it brings it once.</summary>
public interface IFromChannel : INumbered
{
    /// <summary>Which channel.</summary>
    Guid ChannelId { get; }

    /// <summary>The import that brought it, or nothing.</summary>
    Guid? ImportId { get; }
}
