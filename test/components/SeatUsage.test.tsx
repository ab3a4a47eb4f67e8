import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LicenseProvider, SeatUsage } from '../../src/index.ts';
import { de } from '../../stories/messages/de.ts';
import { ja } from '../../stories/messages/ja.ts';

const text = () => document.querySelector('[data-lk-part="seats"]')?.textContent;

describe('SeatUsage', () => {
  it.each([
    [{ assigned: 412, available: 500 }, '412 of 500 seats assigned', '88 free'],
    [{ assigned: 97, available: 100 }, '97 of 100 seats assigned', 'Nearly full, 3 free'],
    [{ assigned: 0, available: 1 }, '0 of 1 seat assigned', '1 free'],
    [{ assigned: 500, available: 500 }, '500 of 500 seats assigned', 'Full, none free'],
    [{ assigned: 500, available: 500, isFullNormal: true }, '500 of 500 seats assigned', 'All assigned'],
    [{ assigned: 1512, available: 1500 }, '1,512 of 1,500 seats assigned', '12 over the limit'],
    [{ assigned: 0, available: 0 }, '0 of 0 seats assigned', 'No seats'],
    [{ assigned: 314, available: -1 }, '314 seats assigned', 'No limit'],
    [{ assigned: null, available: -1 }, 'Unlimited seats', 'No limit'],
    [{ assigned: 53 }, '53 seats assigned', 'Total unknown'],
    [{ assigned: 53, vendor: 'webex' as const }, '53 seats assigned', 'Total not provided by Webex'],
    [{ assigned: 53, vendor: 'salesforce' as const }, '53 seats assigned', 'Total unknown'],
    [{ available: 25 }, '25 seats in total', 'Assigned unknown'],
    [
      { available: 25, vendor: 'cisco_meraki' as const },
      '25 seats in total',
      'Assigned not provided by Cisco Meraki',
    ],
    [{ assigned: Number.NaN, available: Number.POSITIVE_INFINITY }, 'Seats unknown', ''],
    [{ assigned: -3 }, 'Seats unknown', ''],
  ])('says of %j: %s, %s', (props, sentence, remark) => {
    render(<SeatUsage {...props} />);
    expect(text()).toBe(`${sentence}${remark}`);
  });

  it('has a meter with a name, a value and the same words', () => {
    render(<SeatUsage assigned={412} available={500} />);
    const meter = screen.getByRole('meter', { name: 'Seats assigned' });
    expect(meter).toHaveAttribute('aria-valuemin', '0');
    expect(meter).toHaveAttribute('aria-valuemax', '500');
    expect(meter).toHaveAttribute('aria-valuenow', '412');
    expect(meter).toHaveAttribute('aria-valuetext', '412 of 500 seats assigned. 88 free');
    expect(meter.querySelector('rect')).toHaveAttribute('width', '82.4%');
  });

  it('keeps an overfull meter within its bounds', () => {
    render(<SeatUsage assigned={700} available={500} />);
    const meter = screen.getByRole('meter');
    expect(meter).toHaveAttribute('aria-valuenow', '500');
    expect(meter.querySelector('rect')).toHaveAttribute('width', '100%');
  });

  it.each([{ assigned: 5 }, { available: 5 }, { assigned: 0, available: 0 }, { assigned: 5, available: -1 }])(
    'has no meter where there is nothing to measure: %j',
    (props) => {
      render(<SeatUsage {...props} />);
      expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    },
  );

  it('warns from the share of seats on that it is told', () => {
    const { rerender } = render(<SeatUsage assigned={80} available={100} data-testid="seats" />);
    expect(screen.getByTestId('seats')).not.toHaveAttribute('data-tone');
    rerender(<SeatUsage assigned={80} available={100} nearlyFullAt={0.8} data-testid="seats" />);
    expect(screen.getByTestId('seats')).toHaveAttribute('data-tone', 'caution');
    expect(text()).toContain('Nearly full, 20 free');
  });

  it('does not let digits without meaning fill the card', () => {
    render(<SeatUsage assigned={1e21} available={Number.MAX_VALUE} />);
    expect(text()?.length).toBeLessThan(60);
  });

  it('puts the numbers where the language wants them, in its digits', () => {
    const { rerender } = render(
      <LicenseProvider locale="de" messages={de}>
        <SeatUsage assigned={1} available={1} />
      </LicenseProvider>,
    );
    expect(text()).toBe('1 von 1 Platz zugewiesenVoll, keiner frei');
    rerender(
      <LicenseProvider locale="ja" messages={ja}>
        <SeatUsage assigned={1200} available={5000} />
      </LicenseProvider>,
    );
    expect(text()).toBe('5,000 シート中 1,200 シートを割り当て済み残り 3,800');
    rerender(
      <LicenseProvider locale="ar-EG">
        <SeatUsage assigned={12} available={50} />
      </LicenseProvider>,
    );
    expect(text()).toContain('١٢');
  });
});
