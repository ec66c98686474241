using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// Brings one kind of fact that files have beside sales and refunds: finds what is here, writes what is new, takes back what one import wrote.
/// A new kind is a <see cref="DraftFact"/> and one of these, registered in the module.
/// </summary>
internal interface IBringFacts
{
    /// <summary>In which rounds what it brings is held and then forgotten, as <see cref="DraftFact.Rounds" /> says of each: before sales what these may be of.</summary>
    InRounds Rounds => InRounds.AfterSales;

    /// <summary>Fills in where the draft's facts stand in the database.</summary>
    Task FindAsync(ImportDraft draft, Guid importId, CancellationToken cancel);

    /// <summary>Why nothing of the draft can go in, once it is known what is here; nothing when it can.</summary>
    Task<Problem?> RefuseAsync(ImportDraft draft, CancellationToken cancel) => Task.FromResult<Problem?>(null);

    /// <summary>How many of them are new and how many are here, once that is known; nothing when the draft has none.</summary>
    FactCount? Count(ImportDraft draft);

    /// <summary>Of how many things that were never counted here the draft says how much there is, which may be taken over.</summary>
    long StockOffered(ImportDraft draft) => 0;

    /// <summary>
    /// Writes what is new, in short transactions that each say how far the import is; the sales of the draft stand by then, where it comes after them.
    /// Tells the business days whose figures this changes, what stood before an interruption included.
    /// </summary>
    Task<IReadOnlyCollection<DateOnly>> WriteAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel);

    /// <summary>Gets ready to take an import back, before the first transaction of that.</summary>
    Task BeginTakeBackAsync(ImportTurn turn, Import import, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Takes up to so many back inside the transaction that is open, after the sales; tells how many, 0 at the end.</summary>
    Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel);

    /// <summary>What stays when the import is taken back and why, in a sentence; nothing when nothing does.</summary>
    Task<string?> KeptAsync(Guid importId, CancellationToken cancel);
}
