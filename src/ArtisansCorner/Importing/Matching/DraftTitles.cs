using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Matching;

/// <summary>The titles of lines without a code, each once for each channel and in few bytes, for a file may have half a million.</summary>
internal sealed class DraftTitles
{
    private readonly HashNumbers places = new();
    private readonly Blocks<DraftTitle> all = new();
    private readonly TextStore texts = new();

    // Many titles mean the same: an id in each would be most of it.
    private readonly List<TitleMeaning> meanings = [default];
    private readonly Dictionary<TitleMeaning, int> placesOfMeanings = new() { [default] = 0 };

    /// <summary>How many there are.</summary>
    public int Count => all.Count;

    /// <summary>One of them, to read or to change.</summary>
    public ref DraftTitle this[int at] => ref all[at];

    /// <summary>The place of a title, made when it is new.</summary>
    public int Of(int channel, string title)
    {
        ref var place = ref places[OrderHash.Of(title, channel)];
        if (place == 0) place = all.Add(new DraftTitle { Channel = channel, Text = texts.Add(title) }) + 1;
        return place - 1;
    }

    /// <summary>What a title is; nothing where that is not known, or it was not looked for.</summary>
    public TitleMeaning MeaningOf(int channel, string title) =>
        Count == 0 || OrderHash.Of(title, channel) is var hash && !places.Has(hash) ? default : meanings[all[places[hash] - 1].Meaning];

    /// <summary>Notes what a title is.</summary>
    public void Mean(int at, TitleMeaning meaning)
    {
        if (!placesOfMeanings.TryGetValue(meaning, out var place))
        {
            placesOfMeanings.Add(meaning, place = meanings.Count);
            meanings.Add(meaning);
        }

        all[at].Meaning = place;
    }

    /// <summary>A title as the file writes it.</summary>
    public string TextOf(int at) => texts[all[at].Text];

    /// <summary>The places of those of which a person is to be asked: most lines first, then by the alphabet.</summary>
    public IEnumerable<int> Open(int most)
    {
        // Only so many are ever held: the one that is to be asked last goes when a better one comes.
        var last = Comparer<(int Lines, string Text)>.Create((one, other) => one.Lines != other.Lines ? one.Lines.CompareTo(other.Lines) : string.CompareOrdinal(other.Text, one.Text));
        var open = new PriorityQueue<int, (int Lines, string Text)>(last);
        for (var at = 0; at < Count; at++)
        {
            if (!all[at].IsOpen || (open.Count == most && open.TryPeek(out _, out var least) && least.Lines > all[at].Lines)) continue;
            if (open.Count < most) open.Enqueue(at, (all[at].Lines, TextOf(at)));
            else open.EnqueueDequeue(at, (all[at].Lines, TextOf(at)));
        }

        var places = new Stack<int>();
        while (open.TryDequeue(out var at, out _)) places.Push(at);
        return places;
    }
}

/// <summary>A title of a draft whose lines have no code.</summary>
internal struct DraftTitle
{
    /// <summary>The channel that calls it so, among the draft's channels.</summary>
    public required int Channel { get; init; }

    /// <summary>Where the title stands as the file writes it.</summary>
    public required int Text { get; init; }

    /// <summary>How many lines have it.</summary>
    public int Lines { get; set; }

    /// <summary>What it is, among what titles mean; 0: that is not known.</summary>
    public int Meaning { get; set; }

    /// <summary>Whether a person is asked: nothing says what it is, and nobody said that it is nothing of the shop's.</summary>
    public readonly bool IsOpen => Meaning == 0;
}

/// <summary>What a title means.</summary>
/// <param name="VariantId">What it is; nothing: none of the shop's products.</param>
/// <param name="AliasId">The choice of a person that says so.</param>
internal readonly record struct TitleMeaning(Guid? VariantId, Guid? AliasId);
