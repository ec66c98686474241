using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// The index of every three letters in a row that SQLite keeps of a text that is found anywhere (FTS5), fed by triggers of its table. It numbers the rows itself:
/// those of a table may get other numbers when somebody packs the file.
/// </summary>
/// <param name="table">The table, with a key called Id.</param>
/// <param name="text">The column.</param>
internal sealed class SqliteAnywhere(string table, string text)
{
    private const int Letters = 3;

    // More of them find no fewer rows that are worth leaving out.
    private const int MostParts = 32;

    // Of more rows a list finds its first among few; each is still compared with the words as they are.
    private const int Few = 1_000;

    private readonly string index = $"{table}{text}Anywhere";
    private readonly string numbers = $"{table}{text}Numbers";

    /// <summary>The index of this text.</summary>
    public static SqliteAnywhere Of<T>(AppDb db, string text) => new(db.Model.FindEntityType(typeof(T))!.GetTableName()!, text);

    /// <summary>Makes the indexes that are missing, and those again whose triggers an update of their tables has dropped.</summary>
    public static async Task EnsureAsync(AppDb db, CancellationToken cancel)
    {
        foreach (var text in FoundAnywhere.Of(db.Model)) await new SqliteAnywhere(text.DeclaringType.GetTableName()!, text.Name).EnsureOneAsync(db, cancel);
    }

    /// <summary>The ids of rows that may have all these words in the text; nothing where they are many, or where no word is long enough.</summary>
    public async Task<Guid[]?> FewWithAsync(AppDb db, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var parts = words.SelectMany(PartsOf).Distinct(StringComparer.Ordinal).Take(MostParts).ToList();
        if (parts.Count == 0) return null;
        var match = string.Join(" AND ", parts.Select(part => $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var found = await db.Database.SqlQueryRaw<Guid>(Find(), match).ToArrayAsync(cancel);
        return found.Length > Few ? null : found;
    }

    // Side by side, and the last: those that overlap cost as much and leave out little more.
    private static IEnumerable<string> PartsOf(string word)
    {
        var letters = word.EnumerateRunes().ToList();
        for (var i = 0; i < letters.Count && letters.Count >= Letters; i += Letters)
            yield return string.Concat(letters.Slice(Math.Min(i, letters.Count - Letters), Letters));
    }

    private async Task EnsureOneAsync(AppDb db, CancellationToken cancel)
    {
        string[] triggers = [$"{index}Added", $"{index}Changed", $"{index}Removed"];
        var there = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync(cancel);
        if (triggers.All(there.Contains)) return;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(Make(triggers), [], cancel);
        await write.CommitAsync(cancel);
    }

    private string Find() => $$"""SELECT "Id" AS "Value" FROM "{{numbers}}" WHERE "Number" IN (SELECT rowid FROM "{{index}}" WHERE "{{index}}" MATCH {0} LIMIT {{Few + 1}})""";

    private string Make(string[] triggers) => $"""
            DROP TABLE IF EXISTS "{index}"; DROP TABLE IF EXISTS "{numbers}";
            DROP TRIGGER IF EXISTS "{triggers[0]}"; DROP TRIGGER IF EXISTS "{triggers[1]}"; DROP TRIGGER IF EXISTS "{triggers[2]}";
            CREATE TABLE "{numbers}" ("Number" INTEGER PRIMARY KEY, "Id" BLOB NOT NULL UNIQUE);
            CREATE VIRTUAL TABLE "{index}" USING fts5(text, content='', tokenize='trigram', detail='none');
            INSERT INTO "{numbers}" ("Id") SELECT "Id" FROM "{table}";
            INSERT INTO "{index}" (rowid, text) SELECT "Number", "{text}" FROM "{numbers}" JOIN "{table}" USING ("Id");
            CREATE TRIGGER "{triggers[0]}" AFTER INSERT ON "{table}" BEGIN
                INSERT INTO "{numbers}" ("Id") VALUES (new."Id");
                INSERT INTO "{index}" (rowid, text) SELECT "Number", new."{text}" FROM "{numbers}" WHERE "Id" = new."Id";
            END;
            CREATE TRIGGER "{triggers[1]}" AFTER UPDATE OF "{text}" ON "{table}" WHEN old."{text}" <> new."{text}" BEGIN
                INSERT INTO "{index}" ("{index}", rowid, text) SELECT 'delete', "Number", old."{text}" FROM "{numbers}" WHERE "Id" = old."Id";
                INSERT INTO "{index}" (rowid, text) SELECT "Number", new."{text}" FROM "{numbers}" WHERE "Id" = new."Id";
            END;
            CREATE TRIGGER "{triggers[2]}" AFTER DELETE ON "{table}" BEGIN
                INSERT INTO "{index}" ("{index}", rowid, text) SELECT 'delete', "Number", old."{text}" FROM "{numbers}" WHERE "Id" = old."Id";
                DELETE FROM "{numbers}" WHERE "Id" = old."Id";
            END;
            """;
}
