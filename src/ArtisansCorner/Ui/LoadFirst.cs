using Microsoft.AspNetCore.Components;

namespace ArtisansCorner.Ui;

/// <summary>
/// A page or part that loads before it is drawn. A component is else drawn once while it waits: half read, and with parts inside
/// that begin to load at the same time, though one request has one connection to the database.
/// </summary>
public abstract class LoadFirst : ComponentBase
{
    private bool loaded;

    /// <inheritdoc />
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!loaded)
        {
            loaded = true;
            await LoadAsync();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what is drawn, once, with all parameters set.</summary>
    protected abstract Task LoadAsync();
}
