using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Expenses;

/// <summary>What is done to an expense by a form alone, and the list as a file.</summary>
public static class ExpensesPages
{
    /// <summary>The headings of the file; the same as those of the template, so that it can be brought back.</summary>
    public static readonly IReadOnlyList<string> Headings = ["date", "payee", "category", "amount", "tax", "number", "note"];

    /// <summary>Routes beside the pages.</summary>
    public static void MapExpensesPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/expenses.csv", Csv).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapPost("/{shop}/expenses/{id:guid}/remove", RemoveAsync).RequirePermission(Permission.RecordExpenses).ExcludeFromDescription();
        app.MapPost("/{shop}/expenses/{id:guid}/restore", RestoreAsync).RequirePermission(Permission.RecordExpenses).ExcludeFromDescription();
        app.MapPost("/{shop}/expenses/changes/{changeId:guid}/undo", UndoAsync).RequirePermission(Permission.RecordExpenses).ExcludeFromDescription();
    }

    /// <summary>The expenses that the address asks for; without days, all.</summary>
    internal static IResult Csv(HttpRequest request, ExpenseQuery expenses, CurrentShop current, TimeProvider time, CancellationToken cancel)
    {
        var currency = current.Facts.Currency;
        var choice = ExpenseChoice.Read(request.Query, current.Facts.Zone.DayOf(time.GetUtcNow())).Choice;
        var asked = request.Query.ContainsKey("from") || request.Query.ContainsKey("to") ? choice.Asked : choice.Asked with { Range = null };
        return CsvPages.Download(
            $"{current.Facts.Slug} expenses.csv", Headings, after => expenses.ListAsync(asked, after, CsvPages.RowsAtOnce, cancel),
            expense => [CsvText.Day(expense.Day), expense.Payee, expense.Category, CsvText.Amount(expense.Amount, currency), expense.Tax == 0 ? null : CsvText.Amount(expense.Tax, currency), expense.Number, expense.Note],
            cancel);
    }

    // The forms are asked for so that their antiforgery tokens are checked.
    private static async Task<RedirectHttpResult> RemoveAsync(string shop, Guid id, IFormCollection form, SaveExpense save, Flash flash, CancellationToken cancel) =>
        Back($"/{shop}/expenses", await save.RemoveAsync(id, cancel), "Taken away", $"/{shop}/expenses/{id}/restore", flash);

    private static async Task<RedirectHttpResult> RestoreAsync(string shop, Guid id, IFormCollection form, SaveExpense save, Flash flash, CancellationToken cancel) =>
        Back($"/{shop}/expenses", await save.RestoreAsync(id, cancel), "It is back", null, flash);

    private static async Task<RedirectHttpResult> UndoAsync(string shop, Guid changeId, IFormCollection form, SaveExpense save, Flash flash, CancellationToken cancel)
    {
        var undone = await save.UndoAsync(changeId, cancel);
        return Back(undone.Succeeded ? $"/{shop}/expenses/{undone.Value}" : $"/{shop}/expenses", undone, "It is as it was before", null, flash);
    }

    private static RedirectHttpResult Back(string address, Outcome<Guid> done, string words, string? undo, Flash flash)
    {
        if (done.Succeeded) flash.Say(words, undo);
        else flash.Say(done.Problems[0].Message);
        return TypedResults.LocalRedirect(address);
    }
}
