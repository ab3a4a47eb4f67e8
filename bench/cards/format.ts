const day = { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const dates = new Intl.DateTimeFormat('en-GB', day);
const dateTimes = new Intl.DateTimeFormat('en-GB', { ...day, hour: '2-digit', minute: '2-digit' });
const money = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

export const formatDate = (date: Date) => dates.format(date);
export const formatDateTime = (date: Date) => dateTimes.format(date).replace(',', '');
export const formatMoney = (amount: number) => money.format(amount);
